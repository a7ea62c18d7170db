import { t } from '../../browser/i18n.ts';
import { openInSources } from '../../browser/inspected.ts';
import type { CodeLocation } from '../../cors/index.ts';
import { visibleText } from '../../report/index.ts';
import { lastSegment } from '../model/last-segment.ts';

/** Shows the line of code that made the call. A click opens it in the Sources panel. */
export function CodeLocationLink({ location }: { location: CodeLocation }) {
  const { url, line, column } = location;
  const place = `${visibleText(lastSegment(url))}:${line}`;
  return (
    <button
      type="button"
      class="link clipped"
      title={`${url}:${line}:${column}`}
      onClick={() => openInSources(location)}
    >
      {t('calledFrom', { place })}
    </button>
  );
}
