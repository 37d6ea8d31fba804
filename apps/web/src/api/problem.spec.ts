import { ProblemError, UNREACHABLE, problemOfBody, problemOfError } from './problem.ts';

describe('problems on the page', () => {
  const body = {
    type: 'urn:afterword:error:not_found',
    title: 'There is nothing here',
    status: 404,
    detail: 'No conversation has this id.',
    instance: '/conversations/x',
    code: 'not_found',
    requestId: 'r1',
    retryable: false,
    nextAction: 'Check the id or the path.',
  };

  it('are those of the API, unchanged', () => {
    expect(problemOfBody(body, 404)).toEqual(body);
  });

  it.each([undefined, '<html>', { title: 'half' }])('stay readable when the body is %p', (odd) => {
    const problem = problemOfBody(odd, 502);
    expect(problem.code).toBe('unexpected_answer');
    expect(problem.detail).toContain('502');
  });

  it('report that Afterword cannot be reached when nothing else is known', () => {
    expect(problemOfError(new TypeError('fetch failed'))).toBe(UNREACHABLE);
    expect(problemOfError(new ProblemError(problemOfBody(body, 404)))).toEqual(body);
  });
});
