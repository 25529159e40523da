/**
 * Run in the page: the texts whose contrast with what is behind them is below 4.5, as "ratio: text".
 * https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export const LOW_CONTRAST = String.raw`(() => {
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const channel = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    const [r, g, b, alpha = 1] = parts(getComputedStyle(element).backgroundColor);
    return alpha > 0.99 || !element.parentElement ? [r, g, b] : behind(element.parentElement);
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
    const pair = [luminance(parts(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) low.push(ratio.toFixed(2) + ": " + text);
  }
  return low;
})()`;
