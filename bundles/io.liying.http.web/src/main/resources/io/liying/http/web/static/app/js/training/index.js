/** What the app loads when the training is opened for the first time. */
export { TrainingPage } from './page.js';
export { trainingView } from '../views/training.js';
