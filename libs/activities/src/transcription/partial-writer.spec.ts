import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import type { HeardSegment } from '#contracts/model';
import { spoken } from '../scripted-engine.fixture.ts';
import { PartialWriter } from './partial-writer.ts';

/** Where partial text goes in a test: it says what was written, and answers when it is let. */
class Notebook {
  readonly written: string[] = [];
  readonly errors: unknown[] = [];
  underWay = 0;
  answer: Promise<void> = Promise.resolve();
  readonly writer = new PartialWriter(
    (segments) => this.write(segments),
    (error) => this.errors.push(error),
  );

  private async write(segments: readonly HeardSegment[]): Promise<void> {
    this.written.push(segments.map(({ text }) => text).join(' '));
    this.underWay += 1;
    try {
      await this.answer;
    } finally {
      this.underWay -= 1;
    }
  }
}

describe('the writer of partial text', () => {
  it('writes all that is known, not one write for each segment', async () => {
    const { writer, written } = new Notebook();
    for (const word of ['so', 'far', 'so', 'good']) writer.push(spoken(word, 0));
    await eventually(() => expect(written).toEqual(['so far so good']));
    writer.push(spoken('again', 0));
    await eventually(() => expect(written).toEqual(['so far so good', 'so far so good again']));
    await writer.stop();
  });

  it('has one write under way at most, and writes the latest when that is done', async () => {
    const notebook = new Notebook();
    const slow = Promise.withResolvers<undefined>();
    notebook.answer = slow.promise;
    notebook.writer.push(spoken('one', 0));
    await eventually(() => expect(notebook.written).toHaveLength(1));
    const started = Date.now();
    await eventually(() => {
      notebook.writer.push(spoken('more', 0));
      expect(Date.now() - started).toBeGreaterThan(1500);
    });
    expect(notebook.underWay).toBe(1);
    expect(notebook.written).toEqual(['one']);
    slow.resolve(undefined);
    await eventually(() => expect(notebook.written).toHaveLength(2));
    await notebook.writer.stop();
  });

  it('waits for a write that is under way when it stops, and begins none after', async () => {
    const notebook = new Notebook();
    const slow = Promise.withResolvers<undefined>();
    notebook.answer = slow.promise;
    notebook.writer.push(spoken('one', 0));
    await eventually(() => expect(notebook.underWay).toBe(1));
    notebook.writer.push(spoken('two', 0));
    const stopping = notebook.writer.stop().then(() => notebook.underWay);
    slow.resolve(undefined);
    expect(await stopping).toBe(0);
    expect(notebook.written).toEqual(['one']);
  });

  it('tells of a write that failed and goes on', async () => {
    const notebook = new Notebook();
    notebook.answer = Promise.reject(new Error('the database is away'));
    notebook.writer.push(spoken('one', 0));
    await eventually(() => expect(notebook.errors).toHaveLength(1));
    notebook.answer = Promise.resolve();
    notebook.writer.push(spoken('two', 0));
    await eventually(() => expect(notebook.written.at(-1)).toBe('one two'));
    await notebook.writer.stop();
    expect(notebook.errors).toHaveLength(1);
  });

  it('forgets what was heard in vain', async () => {
    const { writer, written } = new Notebook();
    writer.push(spoken('in vain', 0));
    writer.restart();
    writer.push(spoken('for good', 0));
    await eventually(() => expect(written).toEqual(['for good']));
    await writer.stop();
  });
});
