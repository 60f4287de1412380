/** What the app loads when the training is opened for the first time. */
export { TrainingPage as Page } from './page.js';
export { trainingView as view } from '../views/training.js';
