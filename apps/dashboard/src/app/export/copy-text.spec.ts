import { copyText } from './copy-text';

describe('copyText', () => {
  const give = (clipboard: unknown) =>
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  /** What the document would copy, when it can. */
  const copied: string[] = [];
  const allow = (isAllowed: boolean) =>
    Object.assign(document, {
      execCommand: () => {
        const field = document.activeElement as HTMLTextAreaElement;
        if (isAllowed) copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
        return isAllowed;
      },
    });

  beforeEach(() => copied.splice(0));
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('writes to the clipboard where there is one', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    give({ writeText });
    expect(await copyText(document, 'a text')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('a text');
  });

  it('selects and copies where there is none, as on a page without https', async () => {
    give(undefined);
    allow(true);
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    expect(await copyText(document, 'a\nb')).toBe(true);
    expect(copied).toEqual(['a\nb']);
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.activeElement).toBe(button);
    button.remove();
  });

  it('selects and copies where the clipboard refuses', async () => {
    give({ writeText: () => Promise.reject(new Error('not allowed')) });
    allow(true);
    expect(await copyText(document, 'c')).toBe(true);
    expect(copied).toEqual(['c']);
  });

  it('says so when nothing of it works', async () => {
    give(undefined);
    allow(false);
    expect(await copyText(document, 'd')).toBe(false);
    Reflect.deleteProperty(document, 'execCommand');
    expect(await copyText(document, 'd')).toBe(false);
  });
});
