import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runSteps, runStepsMeanwhile } from './steps.mjs';

describe('the steps of set-up', () => {
  let printed: string;
  let ran: string[];
  beforeEach(() => {
    [printed, ran] = ['', []];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const step = (title: string, { done = false, fails = false } = {}) => ({
    title,
    isDone: () => done,
    run: () => {
      ran.push(title);
      return fails ? Promise.reject(new Error('no network')) : Promise.resolve();
    },
  });

  it('run in order, each with a line', async () => {
    await runSteps('Setting up.', [step('packages'), step('model')]);
    expect(ran).toEqual(['packages', 'model']);
    expect(printed).toMatch(/^Setting up\.\n[^]*✓ packages[^]*✓ model/);
  });

  it('that are done are skipped, and print nothing when all are', async () => {
    await runSteps('Setting up.', [step('packages', { done: true }), step('model')]);
    expect(ran).toEqual(['model']);
    printed = '';
    await runSteps('Setting up.', [step('packages', { done: true })]);
    expect(printed).toBe('');
  });

  it('go on after one that says what is missing', async () => {
    const backups = { ...step('backups'), run: () => Promise.resolve('No backups can be made.') };
    await runSteps('Setting up.', [backups, step('model')]);
    expect(ran).toEqual(['model']);
    expect(printed).toMatch(/! backups[^]*\n    No backups can be made\.\n[^]*✓ model/);
  });

  it('stop at the one that fails', async () => {
    const steps = [step('packages', { fails: true }), step('model')];
    await expect(runSteps('Setting up.', steps)).rejects.toThrow('no network');
    expect(ran).toEqual(['packages']);
    expect(printed).toContain('✗ packages');
  });

  it('that run meanwhile print a line each, and a failure ends nothing', async () => {
    const steps = [
      step('packages', { done: true }),
      step('model', { fails: true }),
      step('voices'),
    ];
    await runStepsMeanwhile(steps);
    expect(ran).toEqual(['model', 'voices']);
    expect(printed).toMatch(/^ {2}! model[^]*\n {4}Error: no network\n {2}✓ voices/);
  });
});
