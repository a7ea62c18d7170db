/** The id of the button that opens the example; as the fragment of the page's URL it opens the example at once. */
export const TRY_IT_ID = 'try-it';
