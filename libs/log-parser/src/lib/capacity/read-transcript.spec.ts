import { explainMissing, isEndSeen, readTranscript, toError } from './read-transcript.js';
import { readSections } from './transcript.js';

const explain = (text: string) => explainMissing(readTranscript(text));
const tool = 'License Administration Tool Version 6.425.4 Built on May 2, 2023.\n';
const greeting = `${tool}admin >Software version: 6.425.4\nReady: yes\n`;

describe('explainMissing', () => {
  it.each(['', ' \n\r\n\t\n', '\u{feff}'])('says that %j is empty', (text) => {
    expect(explain(text)).toEqual({ type: 'error', reason: 'emptyOutput', text: '' });
  });

  it('says that no server was reached, before anything else', () => {
    const line = 'Cannot connect to server lic-01 on port 4084';
    expect(explain(`${greeting}Password:\n${line}\nReady: no\nadmin >`)).toEqual({
      type: 'error',
      reason: 'cannotConnect',
      text: line,
    });
  });

  it.each(['Enter password:', 'Wrong Password', 'admin >PASSWORD required'])(
    'says that "%s" is about a password',
    (line) => {
      expect(explain(`${tool}${line}\nadmin >sesame\nadmin >quit\n`)).toEqual({
        type: 'error',
        reason: 'passwordAsked',
        text: line.replace('admin >', ''),
      });
    },
  );

  it('does not take the configuration for a question', () => {
    expect(explain(`${greeting}Password protected:   yes\nadmin >`)).toEqual({
      type: 'error',
      reason: 'answerMissing',
      text: 'Password protected:   yes',
    });
  });

  it('says that the server is not ready', () => {
    expect(explain(`${greeting.replace('yes', 'no')}\nadmin >`)).toMatchObject({
      reason: 'serverNotReady',
    });
  });

  it('says that the answer is missing where the tool came to its end', () => {
    expect(explain(`${greeting}admin >getConfig\nNot permitted\n \nadmin >admin >`)).toEqual({
      type: 'error',
      reason: 'answerMissing',
      text: 'Not permitted',
    });
    expect(explain('admin >')).toMatchObject({ reason: 'answerMissing', text: '' });
  });

  it.each([tool, greeting, `${greeting}Not permitted\n`, 'admin >something\n'])(
    'says that %j is truncated',
    (text) => {
      expect(explain(text)).toMatchObject({ reason: 'truncated' });
    },
  );

  it('says that a text of another origin is none of the tool', () => {
    expect(explain('  bash: DSLicSrv: command not found  \n')).toEqual({
      type: 'error',
      reason: 'notAdminOutput',
      text: 'bash: DSLicSrv: command not found',
    });
  });

  it('shows the last line that is neither greeting nor behind a prompt', () => {
    expect(explain(`${greeting}one\ntwo\nadmin >sesame\n${tool}\tStandalone mode\n`).text).toBe(
      'two',
    );
    expect(explain(`${greeting}admin >sesame\n`).text).toBe('');
  });
});

describe('toError', () => {
  it('keeps 200 characters of the line, without the blanks around it', () => {
    expect(toError('noReadableRow', { text: ` ${'x'.repeat(201)} ` })).toEqual({
      type: 'error',
      reason: 'noReadableRow',
      text: 'x'.repeat(200),
    });
  });
});

describe('isEndSeen', () => {
  it.each([
    ['text\nadmin >', true],
    ['text\nadmin >quit\n', true],
    ['text\nadmin > \n', true],
    ['text\n', false],
    ['', false],
    ['admin >text\n', false],
    ['admin >quit\nbye\n', false],
  ])('of %j is %s', (text, isSeen) => {
    expect(isEndSeen(readSections(text))).toBe(isSeen);
  });
});
