import { parseProgram } from './parse-program.js';

const path = String.raw`C:\Program Files\DS\CNEXT.exe`;

describe('parseProgram', () => {
  it.each([' ( 11168)', ' (11168)', ' ( 0011168)'])('takes "%s" off the path', (process) => {
    expect(parseProgram(path + process)).toEqual({ executable: path, processId: 11168 });
  });

  it('reads a number of one digit up to ten', () => {
    expect(parseProgram(`${path} ( 0)`)).toEqual({ executable: path, processId: 0 });
    expect(parseProgram(`${path} ( 7)`)).toEqual({ executable: path, processId: 7 });
    expect(parseProgram(`${path} (9999999999)`)).toEqual({
      executable: path,
      processId: 9_999_999_999,
    });
  });

  it.each([
    '',
    ' (',
    ')',
    ' )',
    '(11168)',
    ' ()',
    ' ( )',
    ' (  11168)',
    ' ( 11168 )',
    ' ( 11168) ',
    ' ( 11168',
    ' ( 11168)x',
    ' ( 11168))',
    ' ( 12345678901)',
    ' (x86)',
    ' (-1)',
    ' (1.5)',
    ' (٣)',
  ])('keeps "%s" as a part of the path', (end) => {
    expect(parseProgram(path + end)).toEqual({ executable: path + end, processId: null });
  });

  it('takes only the last number', () => {
    expect(parseProgram(`${path} ( 1) ( 2)`)).toEqual({
      executable: `${path} ( 1)`,
      processId: 2,
    });
  });

  it('knows a process without a path', () => {
    expect(parseProgram(' ( 11168)')).toEqual({ executable: null, processId: 11168 });
  });

  it('has nothing to say of no program', () => {
    expect(parseProgram(null)).toEqual({ executable: null, processId: null });
  });
});
