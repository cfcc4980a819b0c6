import { TextMemo } from './text-memo.js';

describe('TextMemo', () => {
  it('asks the rule once for each text', () => {
    const asked: string[] = [];
    const memo = new TextMemo((text) => {
      asked.push(text);
      return `<${text}>`;
    });
    expect(['a', '', 'a', '', 'b'].map((text) => memo.get(text))).toEqual([
      ...['<a>', '<>', '<a>', '<>', '<b>'],
    ]);
    expect(asked).toEqual(['a', '', 'b']);
  });

  it('remembers ten thousand texts, then begins anew', () => {
    let count = 0;
    const memo = new TextMemo((text) => {
      count++;
      return text;
    });
    for (let at = 0; at < 10_000; at++) memo.get(String(at));
    memo.get('0');
    expect(count).toBe(10_000);
    memo.get('one more');
    memo.get('0');
    expect(count).toBe(10_002);
    memo.get('one more');
    expect(count).toBe(10_002);
  });
});
