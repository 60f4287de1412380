/** Keeps the newest words in view, unless the person has scrolled up to read. */
const NEAR_PX = 80;

export class Scroll {
  #element = null;
  #follows = true;
  #hadTurns = false;
  #onChange;

  /** `onChange(follows)` is called when the person leaves the end or comes back to it. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** Takes the scrolling element once it is there. */
  attach(element) {
    if (!element || element === this.#element) return;
    this.#element = element;
    element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.settle()).observe(element);
  }

  /** To be called after painting. A greeting, which has no newest words, is read from its beginning. */
  settle() {
    if (!this.#follows || !this.#element) return;
    const hasTurns = this.#element.querySelector('.turns') !== null;
    if (hasTurns) this.#element.scrollTop = this.#element.scrollHeight;
    else if (this.#hadTurns) this.#element.scrollTop = 0;
    this.#hadTurns = hasTurns;
  }

  toEnd() {
    this.#set(true);
    this.settle();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#element;
    this.#set(scrollHeight - scrollTop - clientHeight < NEAR_PX);
  }

  #set(follows) {
    if (follows === this.#follows) return;
    this.#follows = follows;
    this.#onChange(follows);
  }
}
