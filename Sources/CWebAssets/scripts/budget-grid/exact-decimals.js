// Figures arrive as exact decimals in text ("1234.50", "-0.5", "" for none). They are summed as whole numbers of the
// smallest part, never as floating point, so that a total is always the sum of what is shown.

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A figure as a whole number of parts of 10^-places, or null when the text is none. */
function decimalOf(text) {
  const found = decimalPattern.exec(text);
  if (!found) return null;
  const [, sign, whole, fraction = ""] = found;
  const parts = BigInt(whole + fraction);
  return { parts: sign ? -parts : parts, places: fraction.length };
}

/** Sums up decimals of any number of places. */
class DecimalSum {
  constructor(places = 0) {
    this.parts = 0n;
    this.places = places;
    this.count = 0;
  }

  add(text) {
    const decimal = decimalOf(text);
    if (!decimal) return;
    this.count += 1;
    this.addDecimal(decimal);
  }

  addDecimal({ parts, places }) {
    if (places > this.places) {
      this.parts *= 10n ** BigInt(places - this.places);
      this.places = places;
    }
    this.parts += places === this.places ? parts : parts * 10n ** BigInt(this.places - places);
  }

  get text() {
    const digits = (this.parts < 0n ? -this.parts : this.parts).toString().padStart(this.places + 1, "0");
    const whole = digits.slice(0, digits.length - this.places);
    const fraction = this.places > 0 ? "." + digits.slice(-this.places) : "";
    return (this.parts < 0n ? "-" : "") + whole + fraction;
  }
}

/** Whether two texts are the same figure, such as "5" and "5.00". */
function isSameFigure(one, other) {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (!a || !b) return false;
  const places = Math.max(a.places, b.places);
  return a.parts * 10n ** BigInt(places - a.places) === b.parts * 10n ** BigInt(places - b.places);
}

/** Orders two figures; what is no figure comes first. */
function compareFigures(one, other) {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  const places = Math.max(a.places, b.places);
  const difference = a.parts * 10n ** BigInt(places - a.places) - b.parts * 10n ** BigInt(places - b.places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** As bookkeepers write it: thousands apart, at least so many places, a negative one in parentheses. */
function figureShown(text, places = 0) {
  const found = decimalPattern.exec(text);
  if (!found) return text;
  const [, sign, whole, fraction = ""] = found;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const padded = fraction.padEnd(places, "0");
  const figure = padded ? grouped + "." + padded : grouped;
  return sign ? `(${figure})` : figure;
}

const accountingPattern = /^(\()?\s*(-)?\s*[$€£]?\s*(-)?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*(\))?(-)?$/;

/**
 * A figure as spreadsheets copy it ("$1,234.50", "(1,234.50)", "1,234.50-", "-" for nothing) as a plain decimal. What
 * is not surely a figure stays as it is: the server says what is wrong with it.
 */
function figureFromSpreadsheet(text) {
  const trimmed = text.replace(/[\u00a0\u202f]/g, " ").trim();
  if (/^[$€£]?\s*-$/.test(trimmed)) return "0";
  const found = accountingPattern.exec(trimmed);
  if (!found) return trimmed;
  const [, open, minus, innerMinus, whole, fraction = "", close, trailing] = found;
  if (Boolean(open) !== Boolean(close) || (!whole && !fraction)) return trimmed;
  const signs = [open, minus, innerMinus, trailing].filter(Boolean).length;
  if (signs > 1) return trimmed;
  return (signs === 1 ? "-" : "") + (whole ?? "0").replaceAll(",", "") + fraction;
}
