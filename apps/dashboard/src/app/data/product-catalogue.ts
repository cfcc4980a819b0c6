import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import { findProductName, readProductNames } from '../wording/product-names';

/** What products are called, from a file beside the page that a site may extend. */
@Injectable({ providedIn: 'root' })
export class ProductCatalogue {
  // Without the file, or with one that is no JSON, products are called by their codes.
  private readonly file = httpResource<unknown>(() => 'product-names.json');
  private readonly catalogue = computed(() =>
    readProductNames(this.file.hasValue() ? this.file.value() : null),
  );

  /** Whether names may still come: a screen keeps room for them, so that nothing moves. */
  readonly isLoading = computed(() => this.file.isLoading());

  /** Names a product; null where nobody said what it is called. */
  readonly nameOf = computed(() => {
    const catalogue = this.catalogue();
    return (code: string, editor: string | null) => findProductName(catalogue, code, editor);
  });
}
