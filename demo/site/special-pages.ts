/* Answers that are not articles: a PDF, error pages, a redirect. */

/** Bytes before the objects' offsets in a PDF's cross-reference table have ten digits. */
const XREF_OFFSET_DIGITS = 10;

/** A one-page PDF in plain ASCII with a correct cross-reference table. */
export function pdfDocument(line: string): string {
  const content = `BT /F1 14 Tf 72 760 Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const xrefAt = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(XREF_OFFSET_DIGITS, "0")} 00000 n \n`);
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${rows.join("")}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${xrefAt}\n%%EOF\n`;
}

/** A short page that says why there is nothing else. */
export function errorPage(title: string, text: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><p>${text}</p><p><a href="/">Go to the front page</a></p></body></html>
`;
}
