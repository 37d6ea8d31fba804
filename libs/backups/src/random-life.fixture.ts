/** Random work, also for the specs of other libraries. */
export { RandomLife } from './check/random-life.fixture.ts';
