package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import java.util.Arrays;

/** What single characters are, and how different ways of writing the same become one. */
final class Letters {

    private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿœß";
    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuuyyos";

    /** Each traditional character is followed by its simplified form; those that commands to an assistant use. */
    private static final String TRADITIONAL = "現现幾几點点時时間间號号鐘钟鬧闹計计設设開开關关嗎吗麼么個个這这請请謝谢對对幫帮聽听說说話话電电"
            + "還还剩剩餘余數数學学寫写讀读問问題题為为誰谁會会來来過过後后從从兩两億亿萬万種种樣样讓让"
            + "給给與与並并無无發发長长門门車车東东風风雲云氣气雞鸡飛飞機机體体國国圖图畫画書书館馆樂乐"
            + "歡欢買买賣卖錢钱貴贵單单訂订購购優优惠惠調调試试語语譯译詞词認认識识記记錄录該该應应當当"
            + "處处刪删除除顯显示示隻只條条張张塊块錯错誤误早早週周曆历農农陰阴陽阳約约紐纽倫伦羅罗馬马"
            + "爾尔蘭兰灣湾華华漢汉韓韩義义轉转換换進进運运動动員员裡里裏里麵面飯饭熱热冷冷燈灯聲声音音"
            + "線线網网路路絡络頁页檔档據据報报導导訊讯息息結结束束終终止止繼继續续復复歸归零零減减乘乘"
            + "總总額额別别醫医藥药師师媽妈爺爷孫孙親亲愛爱歲岁歷历齊齐劃划權权極极標标準准確确實实際际"
            + "嘗尝鮮鲜魚鱼鳥鸟龍龙貓猫狗狗豬猪馴驯嚴严亞亚歐欧溫温濕湿異异達达遠远連连選选邊边遲迟遞递"
            + "適适靜静頭头顏颜願愿類类顧顾預预領领養养驗验魯鲁麗丽齡龄夠够奧奥妳你姊姐孃娘喚唤鈴铃響响"
            + "撥拨擇择擴扩攝摄斷断檢检樓楼橋桥歌歌殺杀決决沒没淚泪滿满潔洁灑洒燒烧獎奖獨独獲获瑪玛環环"
            + "產产畢毕療疗盡尽監监盤盘眾众睏困礎础祕秘禮礼稱称穩稳窗窗竅窍筆笔節节範范築筑簡简糧粮紅红"
            + "級级純纯紙纸細细組组統统絕绝經经緊紧練练縮缩績绩織织職职聯联脫脱腦脑臉脸舉举舊旧藝艺莊庄"
            + "蘋苹號号蟲虫術术補补裝装製制規规視视覺觉觀观訓训許许訴诉詢询詳详誌志談谈課课論论諸诸證证"
            + "護护變变豐丰貝贝財财責责貨货貼贴費费資资賽赛贊赞贏赢趕赶跡迹軍军軟软輕轻輪轮輸输辦办違违"
            + "郵邮鄉乡釋释針针銀银鋼钢錶表鍵键鎖锁鏡镜閉闭閱阅隊队階阶隨随險险難难離离靈灵靠靠頻频願愿"
            + "飲饮餐餐駕驾騎骑驚惊髮发鬆松";

    private static final char FIRST_HAN = '一';
    private static final char[] SIMPLIFIED = simplified();

    private Letters() {}

    private static char[] simplified() {
        char[] table = new char[0x5200];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST_HAN + i);
        }
        for (int i = 0; i + 1 < TRADITIONAL.length(); i += 2) {
            table[TRADITIONAL.charAt(i) - FIRST_HAN] = TRADITIONAL.charAt(i + 1);
        }
        return Arrays.copyOf(table, table.length);
    }

    /** Lower case, half width, and in Chinese the simplified form. */
    static char fold(char c, Language language) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        if (c >= '！' && c <= '～') {
            return fold((char) (c - '！' + '!'), language);
        }
        if (language == Language.CHINESE && c >= FIRST_HAN && c < FIRST_HAN + SIMPLIFIED.length) {
            return SIMPLIFIED[c - FIRST_HAN];
        }
        return Character.toLowerCase(c);
    }

    /** Without accent or umlaut. */
    static char plain(char c) {
        if (c < 0x80) {
            return c;
        }
        int index = ACCENTED.indexOf(c);
        return index < 0 ? c : PLAIN.charAt(index);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** Han or kana: scripts without spaces, where each character stands for itself. */
    static boolean isCharacter(char c) {
        return c >= '぀' && c <= 'ヿ' || c >= '㐀' && c <= '鿿' || c == '〇' || c == '々';
    }

    static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヺ' || c == 'ー';
    }

    static boolean isHangul(char c) {
        return c >= '가' && c <= '힣' || c >= 'ㄱ' && c <= 'ㆎ';
    }
}
