/** What the app loads when the plugin manager is opened for the first time. */
export { PluginPage as Page } from './page.js';
export { pluginsView as view } from '../views/plugins.js';
