/** What the app loads when the speech models are opened for the first time. */
export { ModelsPage as Page } from './page.js';
export { modelsView as view } from '../views/models.js';
