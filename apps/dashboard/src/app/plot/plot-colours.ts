/** The colours of a plot, as a canvas takes them. */
export interface PlotColours {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly control: string;
  readonly series: string;
  readonly fill: string;
}

/**
 * Reads the tokens that hold for an element. A token is written as `light-dark(…)`, which a canvas
 * does not know; only a colour in use is resolved by the browser.
 */
export function readPlotColours(host: HTMLElement): PlotColours {
  const probe = document.createElement('span');
  host.append(probe);
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return style.color;
  };
  const colours: PlotColours = {
    text: read('--text'),
    muted: read('--text-muted'),
    line: read('--line'),
    control: read('--control'),
    series: read('--series'),
    fill: read('--series-fill'),
  };
  probe.remove();
  return colours;
}
