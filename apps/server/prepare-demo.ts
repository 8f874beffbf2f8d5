export { type DemoDistrict, prepareDemo } from './demo/index.ts';
