const texts = {
  en: {
    intro: "Every operation of this server. Errors are problem documents (RFC 9457) in your language.",
    parameters: "Parameters", body: "Body", answers: "Answers", send: "Send", token: "Needs the administrator's token",
    failed: "The server does not answer.",
  },
  ko: {
    intro: "이 서버가 제공하는 모든 기능입니다. 오류는 사용자의 언어로 된 문제 문서(RFC 9457)로 돌려줍니다.",
    parameters: "매개변수", body: "본문", answers: "응답", send: "보내기", token: "관리자 토큰 필요",
    failed: "서버가 응답하지 않습니다.",
  },
  zh: {
    intro: "本服务器的全部操作。错误以您的语言用问题文档（RFC 9457）返回。",
    parameters: "参数", body: "正文", answers: "响应", send: "发送", token: "需要管理员令牌",
    failed: "服务器没有响应。",
  },
  ja: {
    intro: "このサーバーのすべての操作です。エラーはお使いの言語の問題ドキュメント（RFC 9457）で返されます。",
    parameters: "パラメーター", body: "本文", answers: "応答", send: "送信", token: "管理者トークンが必要",
    failed: "サーバーが応答しません。",
  },
  es: {
    intro: "Todas las operaciones de este servidor. Los errores son documentos de problema (RFC 9457) en su idioma.",
    parameters: "Parámetros", body: "Cuerpo", answers: "Respuestas", send: "Enviar",
    token: "Requiere el token de administración", failed: "El servidor no responde.",
  },
  fr: {
    intro: "Toutes les opérations de ce serveur. Les erreurs sont des documents de problème (RFC 9457) dans votre langue.",
    parameters: "Paramètres", body: "Corps", answers: "Réponses", send: "Envoyer",
    token: "Nécessite le jeton d’administration", failed: "Le serveur ne répond pas.",
  },
  de: {
    intro: "Alle Operationen dieses Servers. Fehler sind Problemdokumente (RFC 9457) in Ihrer Sprache.",
    parameters: "Parameter", body: "Inhalt", answers: "Antworten", send: "Senden",
    token: "Braucht das Token der Verwaltung", failed: "Der Server antwortet nicht.",
  },
};

/** The words in the first of the browser's languages that is one of the seven, and that language's code. */
export function chooseTexts() {
  for (const tag of navigator.languages ?? [navigator.language]) {
    const code = tag.toLowerCase().split("-")[0];
    if (texts[code]) {
      return { code, words: texts[code] };
    }
  }
  return { code: "en", words: texts.en };
}
