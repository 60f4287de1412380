/** Puts the focus where it belongs after a change of the page. */
const PAUSE = 60;
const LOOKS = 40;
let latest = 0;

/** Focus moves after the page is painted; where that takes longer, what was opened is waited for. */
export function focusSoon(selector) {
  const own = (latest += 1);
  const look = (left) =>
    setTimeout(() => {
      const element = document.querySelector(selector);
      if (own !== latest) return;
      if (element) element.focus();
      else if (left > 1) look(left - 1);
    }, PAUSE);
  look(LOOKS);
}
