/** What the app loads when the plugin manager is opened for the first time. */
export { PluginPage } from './page.js';
export { pluginsView } from '../views/plugins.js';
