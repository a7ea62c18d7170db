import { t } from '../../browser/i18n.ts';
import { openInSources } from '../../browser/inspected.ts';
import type { CodeLocation } from '../../cors/index.ts';
import { visibleText } from '../../report/index.ts';
import { lastSegment } from '../model/last-segment.ts';
import { useModel } from '../model/model-context.ts';

/** The line of code that made the call; a click opens it in the Sources panel, unless the call is from a file. */
export function CodeLocationLink({ location }: { location: CodeLocation }) {
  const { isFromFile } = useModel();
  const { url, line, column } = location;
  const place = `${visibleText(lastSegment(url))}:${line}`;
  const title = `${url}:${line}:${column}`;
  if (isFromFile) {
    return (
      <span class="clipped" title={title}>
        {t('calledFrom', { place })}
      </span>
    );
  }
  return (
    <button type="button" class="link clipped" title={title} onClick={() => openInSources(location)}>
      {t('calledFrom', { place })}
    </button>
  );
}
