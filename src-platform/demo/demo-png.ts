import { PNG } from 'pngjs'
import type { SeededRandom } from './seeded-random.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** A picture of a console that never was: bar, menu, tiles and a chart, enough to look like a screenshot. */
export function screenshotPng(random: SeededRandom, width = 960, height = 600): Buffer {
  const picture = new PNG({ width, height })
  const accent: Colour = [random.int(20, 90), random.int(90, 170), random.int(120, 220)]
  const fill = (x: number, y: number, w: number, h: number, [red, green, blue]: Colour) => {
    const row = Buffer.alloc(w * 4)
    for (let at = 0; at < row.length; at += 4) row.set([red, green, blue, 255], at)
    for (let line = y; line < y + h; line += 1) row.copy(picture.data, (line * width + x) * 4)
  }
  fill(0, 0, width, height, [245, 247, 250])
  fill(0, 0, width, 48, [36, 46, 66])
  fill(20, 16, 120, 16, accent)
  fill(0, 48, 180, height - 48, [255, 255, 255])
  for (let item = 0; item < 9; item += 1)
    fill(24, 76 + item * 40, random.int(60, 130), 12, item === 2 ? accent : [200, 206, 216])
  for (let tile = 0; tile < 4; tile += 1) {
    const x = 204 + tile * 186
    fill(x, 72, 170, 92, [255, 255, 255])
    fill(x + 16, 90, random.int(50, 90), 10, [200, 206, 216])
    fill(x + 16, 116, random.int(60, 120), 26, accent)
  }
  fill(204, 184, 728, 380, [255, 255, 255])
  for (let bar = 0; bar < 24; bar += 1) {
    const size = random.int(40, 300)
    fill(228 + bar * 29, 540 - size, 18, size, bar % 5 === 0 ? [255, 170, 60] : accent)
  }
  return PNG.sync.write(picture, { deflateLevel: 1, filterType: 0, colorType: 2, inputHasAlpha: true })
}

/** A square icon in one colour with a lighter middle. */
export function iconPng(random: SeededRandom, size = 96): Buffer {
  const picture = new PNG({ width: size, height: size })
  const colour: Colour = [random.int(20, 200), random.int(60, 200), random.int(80, 220)]
  for (let at = 0; at < size * size; at += 1) {
    const inside = Math.hypot((at % size) - size / 2, Math.floor(at / size) - size / 2) < size / 4
    picture.data.set(inside ? [255, 255, 255, 255] : [...colour, 255], at * 4)
  }
  return PNG.sync.write(picture, { deflateLevel: 1, filterType: 0 })
}
