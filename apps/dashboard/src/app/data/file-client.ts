import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { toParams, type Params } from './params';

/** A list of the API, as it is asked for page by page. */
export interface ApiList {
  readonly url: string;
  readonly params: Params;
}

/** Fetches whole lists as files, which the API puts together. */
@Injectable({ providedIn: 'root' })
export class FileClient {
  private readonly http = inject(HttpClient);

  /** @throws HttpErrorResponse with the problem that the API tells, where it tells one. */
  async fetch({ url, params }: ApiList, format: 'csv' | 'xlsx', zone: string): Promise<Blob> {
    // Pages are for reading; a file has all rows.
    const all = { ...params, limit: null, cursor: null };
    const options = { params: toParams({ ...all, zone, format }), responseType: 'blob' } as const;
    try {
      return await firstValueFrom(this.http.get(url, options));
    } catch (error) {
      throw await withProblem(error);
    }
  }
}

/** The body of a failure is a blob, too, where one was asked for. */
async function withProblem(failed: unknown): Promise<unknown> {
  if (!(failed instanceof HttpErrorResponse) || !(failed.error instanceof Blob)) return failed;
  const { status, statusText, url, headers } = failed;
  const text = failed.error.text();
  const error = await text.then((json) => JSON.parse(json) as unknown).catch(() => null);
  return new HttpErrorResponse({ error, status, statusText, headers, ...(url && { url }) });
}
