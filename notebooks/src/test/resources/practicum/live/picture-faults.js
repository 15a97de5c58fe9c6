// Says of every picture in the page's outputs what is wrong with it: not drawn, no words beside it, out of its column,
// a label outside the drawing or without ink.
const faults = [];
document.querySelectorAll(arguments[0]).forEach((image, number) => {
  const name = image.alt.split('\n')[0] || 'picture ' + number;
  if (!image.complete || image.naturalWidth === 0) {
    faults.push(name + ': it is not drawn');
    return;
  }
  const frame = image.parentElement;
  const column = frame.parentElement.getBoundingClientRect();
  if (frame.getBoundingClientRect().right > column.right + 1) {
    faults.push(name + ': it is wider than its column');
  }
  if (image.getBoundingClientRect().right > column.right + 1 && getComputedStyle(frame).overflowX !== 'auto') {
    faults.push(name + ': it is cut off at its column');
  }
  const source = image.src.split('base64,');
  if (!source[0].startsWith('data:image/svg+xml')) {
    return;
  }
  const bytes = Uint8Array.from(atob(source[1]), c => c.charCodeAt(0));
  const page = document.createElement('div');
  page.style.cssText = 'position:absolute;left:0;top:0;visibility:hidden';
  page.innerHTML = new TextDecoder().decode(bytes);
  document.body.append(page);
  const sheet = page.querySelector('svg').getBoundingClientRect();
  const labels = [...page.querySelectorAll('text')];
  if (labels.length === 0) {
    faults.push(name + ': it has no labels');
  }
  for (const label of labels) {
    const box = label.getBoundingClientRect();
    const out = Math.max(sheet.left - box.left, box.right - sheet.right, sheet.top - box.top, box.bottom - sheet.bottom);
    if (out > 1 || box.width === 0) {
      faults.push(name + ': the label "' + label.textContent + '" is ' + Math.round(out) + ' px outside the picture');
    }
  }
  page.remove();
});
return faults;
