/** The folders of `_locales`. */
export const LANGUAGES = ['en', 'zh_CN'] as const;

export type Language = (typeof LANGUAGES)[number];
