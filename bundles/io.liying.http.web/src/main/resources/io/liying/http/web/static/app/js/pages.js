/** The pages beside the conversation; each is loaded when it is opened for the first time. Their name is their address. */
const PAGES = {
  mine: () => import('./mine/index.js'),
  plugins: () => import('./plugins/index.js'),
  training: () => import('./training/index.js'),
  models: () => import('./models/index.js'),
};

/** The name of the page that the address asks for; undefined if it asks for a conversation. */
export const pageInAddress = () => Object.keys(PAGES).find((name) => location.hash === `#${name}`);

export class Pages {
  #store;
  #opened = {};

  constructor(store) {
    this.#store = store;
  }

  async open(name) {
    const { Page, view } = await PAGES[name]();
    const page = (this.#opened[name] ??= { name, page: new Page(this.#store), view });
    this.#store.set({ other: page, drawerOpen: false });
    history.replaceState(null, '', `#${name}`);
    page.page.refresh();
  }

  /** Another language was chosen: what the server tells is read again. */
  refresh() {
    Object.values(this.#opened).forEach(({ page }) => page.refresh());
  }
}
