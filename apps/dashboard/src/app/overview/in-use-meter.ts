import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProductUsageDto } from '@license-monitor/api-contract';
import { countInUse, formatCount, formatShare } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { toProductState } from './product-state';

/** The scale of a meter and where its marks stand, as shares of its length. */
export interface MeterScale {
  readonly max: number;
  readonly inUse: number;
  /** Null when no peak was observed. */
  readonly peak: number | null;
}

/** Scales a meter to the seats owned or, while they are unknown, to today's peak. */
export function toMeterScale(
  usage: Pick<ProductUsageDto, 'licenses' | 'entitlement' | 'peakToday'>,
): MeterScale {
  const { licenses, entitlement, peakToday } = usage;
  const max = Math.max(1, licenses, entitlement ?? peakToday ?? 0);
  return {
    max,
    inUse: licenses / max,
    peak: peakToday === null ? null : Math.min(1, peakToday / max),
  };
}

/** A bar of what is in use, with a mark at today's peak. */
@Component({
  selector: 'lm-in-use-meter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div
      class="meter"
      role="meter"
      aria-valuemin="0"
      [attr.aria-valuenow]="usage().licenses"
      [attr.aria-valuemax]="scale().max"
      [attr.aria-valuetext]="text()"
      [attr.aria-label]="label()"
      [attr.data-state]="state()"
    >
      <div class="bar" [style.inline-size.%]="scale().inUse * 100"></div>
      @if (scale().peak; as peak) {
        <div class="peak" [style.inset-inline-start.%]="peak * 100"></div>
      }
    </div>
    <span class="share muted">{{ share() }}</span>`,
  styleUrl: './in-use-meter.css',
})
export class InUseMeter {
  readonly usage = input.required<ProductUsageDto>();

  protected readonly scale = computed(() => toMeterScale(this.usage()));
  protected readonly state = computed(() => toProductState(this.usage()));
  protected readonly label = computed(
    () => $localize`In use of ${toVisibleText(this.usage().product)}:product:`,
  );

  protected readonly share = computed(() => {
    const { licenses, entitlement } = this.usage();
    if (entitlement === null) return $localize`seats unknown`;
    return entitlement === 0 ? '' : formatShare(licenses / entitlement);
  });

  protected readonly text = computed(() => {
    const { licenses, model, entitlement, peakToday } = this.usage();
    const seats =
      entitlement === null
        ? $localize`seats unknown`
        : $localize`${formatCount(entitlement)}:seats: owned`;
    const peak =
      peakToday === null
        ? $localize`no peak observed today`
        : $localize`peak today ${formatCount(peakToday)}:peak:`;
    return `${countInUse(licenses, model)}, ${seats}, ${peak}`;
  });
}
