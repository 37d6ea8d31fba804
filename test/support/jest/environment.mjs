import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** The timeout that `jest.setTimeout()` leaves behind. */
const TEST_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

/**
 * Runs spec files in the realm of the process instead of one virtual machine for each. A file that
 * ends leaves the process as it was: console, environment variables, timers and the timeout of tests.
 */
export default class ProcessEnvironment {
  global = globalThis;
  fakeTimers = null;
  moduleMocker = new ModuleMocker(globalThis);
  #before = {
    console,
    exit: process.exit,
    env: { ...process.env },
    folder: process.cwd(),
    timeoutMs: globalThis[TEST_TIMEOUT],
  };

  /** @param {{ projectConfig: { globals: object, fakeTimers: object } }} config settings of its project */
  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    Object.assign(globalThis, projectConfig.globals);
  }

  async setup() {
    globalThis[TEST_TIMEOUT] = undefined;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis[TEST_TIMEOUT] = this.#before.timeoutMs;
    globalThis.console = this.#before.console;
    process.exit = this.#before.exit;
    process.chdir(this.#before.folder);
    for (const name of Object.keys(process.env)) {
      if (!(name in this.#before.env)) Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, this.#before.env);
  }

  /** There is no virtual machine. */
  getVmContext() {
    return null;
  }
}
