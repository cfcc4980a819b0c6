import type { UnreadableRow } from './capacity-fault.js';
import { type Answer, judgeAnswer } from './judge-answer.js';
import { readTranscript } from './read-transcript.js';

const ready = () => readTranscript('admin >Software version: 1\nReady: yes\n');
const notReady = () => readTranscript('admin >Software version: 1\nReady: no\n');
const unreadable: UnreadableRow = { lineNumber: 3, reason: 'notUnderstood', text: ' what? ' };
const unterminated: UnreadableRow = { lineNumber: 4, reason: 'unterminated', text: 'wha' };

const answer = (more: Partial<Answer>, isClosed = true): Answer => ({
  section: { lineNumber: 1, command: null, lines: [], isClosed },
  rowCount: 1,
  unreadableRows: [],
  isRepeated: false,
  ...more,
});
const fault = (kind: string) => ({ kind, lineNumber: null, text: '' });

describe('judgeAnswer', () => {
  it('finds no fault with a whole answer', () => {
    expect(judgeAnswer(ready(), answer({}))).toEqual({ type: 'answer', faults: [] });
  });

  it('passes an answer without rows where the prompt shows its end', () => {
    expect(judgeAnswer(ready(), answer({ rowCount: 0 }))).toEqual({ type: 'answer', faults: [] });
    const greetingUnknown = readTranscript('admin >');
    expect(judgeAnswer(greetingUnknown, answer({ rowCount: 0 }))).toEqual({
      type: 'answer',
      faults: [],
    });
  });

  it('passes no answer without rows whose end is not seen', () => {
    const truncated = { type: 'error', reason: 'truncated', text: '' };
    expect(judgeAnswer(ready(), answer({ rowCount: 0 }, false))).toEqual(truncated);
    const cut = { rowCount: 0, unreadableRows: [unterminated] };
    expect(judgeAnswer(ready(), answer(cut, false))).toEqual(truncated);
  });

  it('passes no answer without rows of a server that is not ready', () => {
    expect(judgeAnswer(notReady(), answer({ rowCount: 0 }, false))).toEqual({
      type: 'error',
      reason: 'serverNotReady',
      text: '',
    });
  });

  it('passes no answer whose rows cannot be read, and shows the first', () => {
    const unreadableRows = [unterminated, unreadable, { ...unreadable, text: 'second' }];
    expect(judgeAnswer(notReady(), answer({ rowCount: 0, unreadableRows }, false))).toEqual({
      type: 'error',
      reason: 'noReadableRow',
      text: 'what?',
    });
  });

  it('names every fault of an answer with rows', () => {
    const unreadableRows = [unreadable];
    expect(judgeAnswer(notReady(), answer({ unreadableRows, isRepeated: true }, false))).toEqual({
      type: 'answer',
      faults: ['serverNotReady', 'endNotSeen', 'rowsUnreadable', 'tableRepeated'].map(fault),
    });
  });

  it.each([
    ['serverNotReady', notReady, answer({})],
    ['endNotSeen', ready, answer({}, false)],
    ['rowsUnreadable', ready, answer({ unreadableRows: [unterminated] })],
    ['tableRepeated', ready, answer({ isRepeated: true })],
  ])('names %s alone', (kind, transcript, one) => {
    expect(judgeAnswer(transcript(), one)).toEqual({ type: 'answer', faults: [fault(kind)] });
  });
});
