import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { parseTimePoint, writeTimePoint, type TimePoint } from '../view-state/time-point';
import { ViewState } from '../view-state/view-state';
import { fromWallClock, toWallClock } from '../view-state/zone';

/** A range that is chosen by its name. */
export interface RangePreset {
  readonly name: string;
  /** The start as the address writes it; empty for what the screen shows by itself. */
  readonly from: string;
}

const endedPresets: readonly RangePreset[] = [
  { name: $localize`:A range|:Any time`, from: '' },
  { name: $localize`:A range|:Last hour`, from: 'now-1h' },
  { name: $localize`:A range|:Last 24 hours`, from: 'now-24h' },
  { name: $localize`:A range|:Last 7 days`, from: 'now-7d' },
  { name: $localize`:A range|:Last 30 days`, from: 'now-30d' },
];

/** Chooses a range: a preset, or two wall clocks in the view's zone. */
@Component({
  selector: 'lm-range-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './range-picker.html',
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class RangePicker {
  /** What happened in the range. */
  readonly label = input($localize`:What happened in a range|:Ended`);
  readonly presets = input(endedPresets);

  private readonly viewState = inject(ViewState);

  protected readonly zone = this.viewState.zone;

  /** The index of the preset that is chosen; -1 for a range of one's own. */
  protected readonly chosen = computed(() => {
    const { from, to } = this.viewState.query();
    const written = from === null ? '' : writeTimePoint(from);
    return to === null ? this.presets().findIndex((preset) => preset.from === written) : -1;
  });

  protected readonly fromText = computed(() => this.toField(this.viewState.query().from));
  protected readonly toText = computed(() => this.toField(this.viewState.query().to));

  protected choose(index: number): void {
    const preset = this.presets()[index];
    if (preset) this.viewState.choose({ from: parseTimePoint(preset.from), to: null });
  }

  protected set(end: 'from' | 'to', text: string): void {
    const at = fromWallClock(text, this.zone());
    if (at === null && text !== '') return;
    this.viewState.choose({ [end]: at === null ? null : { kind: 'at', at } });
  }

  private toField(point: TimePoint | null): string {
    return point?.kind === 'at' ? toWallClock(point.at, this.zone()).slice(0, 16) : '';
  }
}
