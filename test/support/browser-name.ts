/** The browsers that there is a build for, by the names of its folders. */
export type BrowserName = 'chrome' | 'firefox';
