import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  resource,
  ViewEncapsulation,
} from '@angular/core';
import { reloadWhileFailing } from '../data/recovery';
import { Panel } from '../panel/panel';
import { toPanelState } from '../panel/panel-state';
import { locale } from '../wording/locale';
import { renderDefinitions } from './render-definitions';

/** A language without definitions of its own has those in English. */
const ENGLISH = 'definitions.md';
const definitionsFile = $localize`:File with the definitions in docs, of this language|:definitions.md`;

/** docs/definitions.md, as it is of the version that runs. */
@Component({
  selector: 'lm-definitions-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel],
  // The text is no template, so its elements carry no mark of this component.
  encapsulation: ViewEncapsulation.None,
  template: `<h1 i18n tabindex="-1">What the figures mean</h1>
    <lm-panel subject="definitions" i18n-subject [state]="state()" (retried)="text.reload()">
      <div
        class="definitions"
        data-testid="definitions"
        [lang]="language"
        [innerHTML]="shown()"
      ></div>
    </lm-panel>`,
  styleUrl: './definitions-page.css',
})
export class DefinitionsPage {
  protected readonly language = definitionsFile === ENGLISH ? 'en' : locale;
  protected readonly text = httpResource.text(() => definitionsFile);

  protected readonly html = resource({
    params: () => (this.text.hasValue() ? this.text.value() : undefined),
    loader: ({ params }) => renderDefinitions(params),
    defaultValue: '',
  });

  protected readonly shown = computed(() => (this.html.hasValue() ? this.html.value() : ''));

  protected readonly state = computed(() =>
    toPanelState({
      hasAnswer: this.shown() !== '',
      isLoading: this.text.isLoading() || this.html.isLoading(),
      error: this.text.error() ?? this.html.error(),
      emptiness: null,
      staleSince: null,
    }),
  );

  constructor() {
    reloadWhileFailing(this.text);
  }
}
