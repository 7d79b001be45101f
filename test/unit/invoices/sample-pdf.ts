import PDFDocument from 'pdfkit'
import { receiptFont } from '#main/engine/exports/receipt-font.ts'

/** The page of a 数电票 as its PDF draws it. */
export async function samplePdf(number: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [610, 396], margin: 0 })
  const pieces: Buffer[] = []
  const ended = new Promise<void>((resolve) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece))
    pdf.on('end', resolve)
  })
  pdf.font(receiptFont('Regular')).fontSize(9)
  const draw = (text: string, x: number, y: number) => pdf.text(text, x, y, { lineBreak: false })
  draw('电子发票（增值税专用发票）', 220, 20)
  draw('发票号码：', 430, 24)
  draw(number, 480, 24)
  draw('开票日期：', 430, 40)
  draw('2026年11月18日', 480, 40)
  draw('购', 14, 80)
  draw('名称：', 30, 80)
  draw('北京青云科技股份有限公司', 60, 80)
  draw('销', 305, 80)
  draw('名称：', 320, 80)
  draw('上海测试云科技有限公司', 350, 80)
  draw('统一社会信用代码/纳税人识别号：', 30, 104)
  draw('91110105MA0001HX7A', 175, 104)
  draw('统一社会信用代码/纳税人识别号：', 320, 104)
  draw('91310115MA1K4ABCDD', 465, 104)
  draw('*信息技术服务*平台服务费', 20, 150)
  draw('12000.00', 400, 150)
  draw('6%', 470, 150)
  draw('720.00', 550, 150)
  draw('合', 60, 240)
  draw('计', 120, 240)
  draw('¥12000.00', 400, 240)
  draw('¥720.00', 550, 240)
  draw('价税合计（大写）', 40, 260)
  draw('壹万贰仟柒佰贰拾圆整', 160, 260)
  draw('（小写）', 400, 260)
  draw('¥12720.00', 450, 260)
  draw('备', 14, 290)
  draw('云市场 2026 年 10 月结算', 40, 290)
  draw('开票人：', 40, 370)
  draw('张三', 80, 370)
  pdf.end()
  await ended
  return Buffer.concat(pieces)
}
