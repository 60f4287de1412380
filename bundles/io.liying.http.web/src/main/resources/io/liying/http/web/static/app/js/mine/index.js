/** What the app loads when a person's own data is opened for the first time. */
export { MinePage as Page } from './page.js';
export { mineView as view } from '../views/mine.js';
