import { renderDefinitions } from './render-definitions';

describe('renderDefinitions', () => {
  it('leaves out the heading, which the screen has itself', async () => {
    const html = await renderDefinitions('# What the figures mean\n\nUnknown is `null`.\n');
    expect(html.trim()).toBe('<p>Unknown is <code>null</code>.</p>');
  });

  it('puts a table into a box that scrolls and can be reached by the keyboard', async () => {
    const html = await renderDefinitions(
      '# A\n\n| figure | definition |\n| --- | --- |\n| peak | U |\n',
    );
    expect(html).toMatch(/<div class="scroll-box" tabindex="0"[^>]*><table>/);
    expect(html).toMatch(/<\/table><\/div>/);
  });

  it('names each box after the columns of its table, so that they can be told apart', async () => {
    const html = await renderDefinitions(
      '| figure | what |\n| --- | --- |\n| a | b |\n\n| cause | from |\n| --- | --- |\n| a | b |\n',
    );
    const names = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Table: figure, what', 'Table: cause, from']);
  });

  it('reads a text without a heading', async () => {
    expect(await renderDefinitions('Text.')).toContain('<p>Text.</p>');
  });
});
