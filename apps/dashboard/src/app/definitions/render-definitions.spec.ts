import { renderDefinitions } from './render-definitions';

const TABLE = '| figure | definition |\n| --- | --- |\n| peak | `U` at *most* |\n';

describe('renderDefinitions', () => {
  const parse = async (markdown: string) => {
    const element = document.createElement('div');
    element.innerHTML = await renderDefinitions(markdown);
    return element;
  };

  it('leaves out the heading, which the screen has itself', async () => {
    const html = await renderDefinitions('# What the figures mean\n\nUnknown is `null`.\n');
    expect(html.trim()).toBe('<p>Unknown is <code>null</code>.</p>');
  });

  it('heads each row of a table with what it defines', async () => {
    const element = await parse(`# A\n\n${TABLE}`);
    expect(element.querySelector('tbody th[scope=row]')?.textContent).toBe('peak');
    expect(element.querySelector('tbody td')?.innerHTML).toContain(
      '<code>U</code> at <em>most</em>',
    );
  });

  it('labels each cell with its column, for screens where a row is a card', async () => {
    const element = await parse(TABLE);
    const label = element.querySelector('tbody td > .label');
    expect(label?.textContent.trim()).toBe('definition');
    expect(label?.getAttribute('aria-hidden')).toBe('true');
  });

  it('says the roles of a table, which blocks do not have by themselves', async () => {
    const element = await parse(TABLE);
    const roles = [...element.querySelectorAll('[role]')].map((one) => one.getAttribute('role'));
    expect(roles).toEqual([
      ...['table', 'rowgroup', 'row', 'columnheader', 'columnheader'],
      ...['rowgroup', 'row', 'rowheader', 'cell'],
    ]);
  });

  it('reads a text without a heading', async () => {
    expect(await renderDefinitions('Text.')).toContain('<p>Text.</p>');
  });
});
