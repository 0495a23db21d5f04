import { attachBehaviors } from './attach-behaviors.js';

await attachBehaviors();
