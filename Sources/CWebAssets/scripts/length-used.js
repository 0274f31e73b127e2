// How much of the length that QuickBooks takes a text uses: in the same words wherever something is typed.

/** Counted as the server counts: without the spaces around it, and one for each code point. */
function lengthUsed(text, longest) {
  const length = [...text.trim()].length;
  const excess = length - longest;
  const isTooLong = excess > 0;
  return { length, isTooLong, words: `${length} of ${longest}${isTooLong ? `: ${excess} too long` : ""}` };
}
