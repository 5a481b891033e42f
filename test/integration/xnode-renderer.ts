import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type OpenPage, openPage } from '../helpers/browser.ts'
import { openUnits, type Unit } from '../helpers/units.ts'

// What is used of the browser; its whole library would reach every other file.
interface Element {
  readonly tagName: string
  readonly textContent: string
}
interface Parsed {
  readonly documentElement: Element
  querySelectorAll(selector: string): Iterable<Element>
}
declare const DOMParser: new () => {
  parseFromString(text: string, type: string): Parsed
}
declare const Image: new () => {
  src: string
  readonly naturalWidth: number
  readonly naturalHeight: number
  decode(): Promise<void>
}
declare const OffscreenCanvas: new (
  width: number,
  height: number,
) => {
  getContext(kind: '2d'): {
    drawImage(image: unknown, x: number, y: number): void
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { readonly data: Uint8ClampedArray }
  }
}

interface Seen {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly error: string | undefined
  readonly tags: readonly string[]
  readonly texts: readonly string[]
}

const seriesNames = [
  'Xnode One',
  '"},{"trait_type":"State","value":"Owned"}]}',
  "</text></svg><script>alert('1')</script>",
  '&amp;&lt;<!--]]>\'"\\u0022\\',
  'a name that is exactly as long as the sixty-four bytes allowed..',
]
const appNames = ['mesh-node', '<image href="x"/>', `]]>&"'\\</title>`]

const allowedTags = [
  'circle',
  'defs',
  'g',
  'path',
  'radialGradient',
  'rect',
  'stop',
  'svg',
  'text',
  'title',
]

describe('xnode renderer in Chromium', () => {
  let world: Awaited<ReturnType<typeof openUnits>>
  let browser: OpenPage
  let uris: readonly string[]

  before(async () => {
    world = await openUnits(seriesNames, appNames)
    browser = await openPage({ width: 1_240, height: 310 })
    uris = await Promise.all(world.units.map(({ id }) => world.tokenURI(id)))
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  it('default: 1,000 tokens are JSON with a well-formed SVG', async () => {
    const seen = await browser.page.evaluate(inspect, uris)
    expect(seen.length).to.equal(1_000)
    for (const [index, unit] of world.units.entries())
      expectShown(unit, seen[index])
  })

  it('default: pictures of every series render at their size', async () => {
    const some = uris.filter((_, place) => place % 25 === 0)
    const sizes = await browser.page.evaluate(renderedSizes, some)
    expect(sizes).to.deep.equal(['600x600'])
  })

  it('default: a page of them is drawn', async () => {
    const { page } = browser
    const shown = [3, 53, 101, 151].map((place) => uris[place])
    await page.setContent('<body style="margin:0;background:#fff"></body>')
    await page.evaluate(showAll, shown as string[])
    const screenshot = await page.screenshot({ type: 'png' })
    const { colours, dark, bright } = await page.evaluate(
      countPixels,
      screenshot.toString('base64'),
    )
    expect(colours).to.be.greaterThan(200)
    // The ground of the pictures, and their text and lines.
    expect(dark).to.be.within(0.8, 0.995)
    expect(bright).to.be.within(0.002, 0.1)
  })
})

function expectShown(unit: Unit, seen: Seen | undefined): void {
  const what = `unit ${unit.id}`
  expect(seen?.error, what).to.equal(undefined)
  expect(seen?.name, what).to.equal(`Xnode One #${unit.id}`)
  expect(seen?.attributes, what).to.include({
    Series: unit.series,
    State: unit.state,
    Tenant: unit.hasTenant ? 'Yes' : 'No',
    Locked: unit.isLocked ? 'Yes' : 'No',
  })
  expect(seen?.attributes.Runs, what).to.equal(unit.app)
  expect(
    seen?.tags.filter((tag) => !allowedTags.includes(tag)),
    what,
  ).to.deep.equal([])
  const cut = (text: string, max: number) =>
    text.length > max ? `${text.slice(0, max)}...` : text
  expect(seen?.texts, what).to.include.members([
    `#${unit.id}`,
    unit.state.toUpperCase(),
    cut(unit.series, 36),
    unit.app === undefined ? 'nothing' : `${cut(unit.app, 16)} v1`,
    unit.hasTenant ? 'yes' : 'no',
  ])
}

// What follows runs in the page.

function inspect(uris: readonly string[]): Seen[] {
  const decode = (uri: string, type: string) => {
    const start = `data:${type};base64,`
    if (!uri.startsWith(start)) throw new Error(`not ${type}: ${uri}`)
    return atob(uri.slice(start.length))
  }
  return uris.map((uri) => {
    const json = JSON.parse(decode(uri, 'application/json'))
    const svg = new DOMParser().parseFromString(
      decode(json.image, 'image/svg+xml'),
      'image/svg+xml',
    )
    const elements = [...svg.querySelectorAll('*')]
    return {
      name: json.name,
      attributes: Object.fromEntries(
        json.attributes.map(
          (one: { trait_type: string; value: string | number }) => [
            one.trait_type,
            one.value,
          ],
        ),
      ),
      // How a browser reports XML that is not well formed.
      error: elements.find(({ tagName }) => tagName === 'parsererror')
        ?.textContent,
      tags: [...new Set(elements.map(({ tagName }) => tagName))],
      texts: [...svg.querySelectorAll('text')].map(
        ({ textContent }) => textContent,
      ),
    }
  })
}

async function renderedSizes(uris: readonly string[]): Promise<string[]> {
  const sizes = await Promise.all(
    uris.map(async (uri) => {
      const image = new Image()
      image.src = JSON.parse(atob(uri.slice(uri.indexOf(',') + 1))).image
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }),
  )
  return [...new Set(sizes)]
}

async function showAll(uris: readonly string[]): Promise<void> {
  const { body } = (
    globalThis as unknown as {
      document: { body: { append(image: unknown): void } }
    }
  ).document
  for (const uri of uris) {
    const image = new Image()
    image.src = JSON.parse(atob(uri.slice(uri.indexOf(',') + 1))).image
    await image.decode()
    Object.assign(image, { width: 310, height: 310 })
    body.append(image)
  }
}

/** Number of colours, and shares of the pixels that are dark and bright. */
async function countPixels(png: string) {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const colours = new Set<number>()
  let dark = 0
  let bright = 0
  // Red, green, blue and opacity, one byte each.
  for (let i = 0; i < data.length; i += 4) {
    const red = data[i] ?? 0
    const green = data[i + 1] ?? 0
    const blue = data[i + 2] ?? 0
    colours.add((red << 16) | (green << 8) | blue)
    if (red + green + blue < 192) dark++
    if (red + green + blue > 540) bright++
  }
  const pixels = width * height
  return {
    colours: colours.size,
    dark: dark / pixels,
    bright: bright / pixels,
  }
}
