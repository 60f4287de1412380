/**
 * The one state of the page. Controllers change it in place and say so with `changed`; the page is painted once for
 * all changes of a frame.
 */
export class Store {
  #paint = () => {};
  #due = false;

  constructor(state) {
    this.state = state;
  }

  /** Names the function that paints; it is called at once and after every change. */
  paintWith(paint) {
    this.#paint = paint;
    paint(this.state);
  }

  /** Changes some values of the state itself. */
  set(values) {
    Object.assign(this.state, values);
    this.changed();
  }

  /** Says that something inside the state has changed. */
  changed() {
    if (this.#due) return;
    this.#due = true;
    const paint = () => {
      this.#due = false;
      this.#paint(this.state);
    };
    // A hidden page gets no animation frames, but its title and its sounds must stay true.
    if (document.hidden) setTimeout(paint, 50);
    else requestAnimationFrame(paint);
  }
}

/** A key that is unique in this page; `crypto.randomUUID` would need a secure context. */
let keys = 0;
export const newKey = () => `k${Date.now().toString(36)}${(keys++).toString(36)}`;
