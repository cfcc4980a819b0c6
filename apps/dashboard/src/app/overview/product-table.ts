import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProductUsageDto } from '@license-monitor/api-contract';
import { ProductCatalogue } from '../data/product-catalogue';
import { toUsageKey } from '../data/product-key';
import { SubjectPageLink } from '../table/subject-page-link';
import { ViewState } from '../view-state/view-state';
import { describeDenialCounts } from '../wording/denial-counts';
import { formatClock } from '../wording/instant';
import { formatCount, nameModel } from '../wording/quantity';
import { toVisibleText, VisibleText } from '../wording/visible-text';
import { InUseMeter } from './in-use-meter';
import { toProductState } from './product-state';
import { Sparkline } from './sparkline';

/** The products, one row each, with four figures that are never mixed. */
@Component({
  selector: 'lm-product-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InUseMeter, RouterLink, Sparkline, SubjectPageLink, VisibleText],
  templateUrl: './product-table.html',
  styleUrl: './product-table.css',
})
export class ProductTable {
  /** The products in the order they are shown. */
  readonly products = input.required<readonly ProductUsageDto[]>();

  protected readonly zone = inject(ViewState).zone;
  protected readonly catalogue = inject(ProductCatalogue);
  protected readonly keyOf = toUsageKey;
  protected readonly stateOf = toProductState;
  protected readonly modelOf = nameModel;
  protected readonly denialsOf = describeDenialCounts;
  protected readonly count = formatCount;
  protected readonly clock = formatClock;

  protected labelOf({ product, sessions }: ProductUsageDto): string {
    return $localize`Sessions of ${toVisibleText(product)}:product:: ${formatCount(sessions)}:count:`;
  }
}
