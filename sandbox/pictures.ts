/** A product picture, drawn by this project. */
export type DemoPicture = {
  shape:
    | "cup"
    | "plate"
    | "bowl"
    | "teapot"
    | "dress"
    | "shirt"
    | "hat"
    | "scarf"
    | "bag"
    | "vase"
  /** CSS colour. */
  colour: string
}

/** Drawn in a field of 400 × 400; `currentColor` is the article's colour. */
const SHAPES: Record<DemoPicture["shape"], string> = {
  cup: '<path d="M120 130h150l-14 150q-4 24-30 24h-62q-26 0-30-24z"/><path d="M268 160q54 0 46 50-6 44-58 40" fill="none" stroke="currentColor" stroke-width="18"/><path d="M128 190q66 24 136 0" fill="none" stroke="#fff" stroke-width="8"/>',
  plate:
    '<ellipse cx="200" cy="210" rx="140" ry="120"/><ellipse cx="200" cy="206" rx="96" ry="80" fill="#fff" opacity=".25"/>',
  bowl: '<path d="M90 170h220q0 120-84 130v16h-52v-16q-84-10-84-130z"/><ellipse cx="200" cy="170" rx="110" ry="22" fill="#fff" opacity=".4"/>',
  teapot:
    '<ellipse cx="200" cy="225" rx="96" ry="80"/><path d="M284 210q44-6 62-62l20 8q-16 86-84 98z"/><path d="M112 180q-66 10-50 62 12 34 62 28" fill="none" stroke="currentColor" stroke-width="16"/><rect x="158" y="128" width="84" height="20" rx="10"/><circle cx="200" cy="116" r="14"/>',
  dress:
    '<path d="M165 80h70l22 70-22 20 34 170h-58l-11-120-11 120h-58l34-170-22-20z"/><path d="M180 80q20 22 40 0" fill="#fff"/>',
  shirt:
    '<path d="M145 100l-75 46 30 54 36-18v138h128V182l36 18 30-54-75-46q-55 44-110 0z"/><circle cx="200" cy="220" r="34" fill="#fff" opacity=".6"/>',
  hat: '<path d="M200 90l150 150q-150 60-300 0z"/><path d="M122 168q78 30 156 0M86 204q114 42 228 0" fill="none" stroke="#fff" stroke-width="5" opacity=".7"/>',
  scarf:
    '<rect x="90" y="110" width="220" height="180"/><path d="M120 110v180M160 110v180M200 110v180M240 110v180M280 110v180M90 140h220M90 180h220M90 220h220M90 260h220" stroke="#fff" stroke-width="10" opacity=".7"/>',
  bag: '<path d="M100 180h200l-18 140H118z"/><path d="M140 180q0-90 60-90t60 90" fill="none" stroke="#6b4a22" stroke-width="14"/><path d="M106 220h188M112 260h176" stroke="#fff" stroke-width="6" opacity=".6"/>',
  vase: '<path d="M170 80h60v50q60 40 50 110-10 80-56 80h-48q-46 0-56-80-10-70 50-110z"/><path d="M150 220q50 40 100-20" fill="none" stroke="#fff" stroke-width="10" opacity=".5"/>',
}

/** The picture as an SVG document, `image/svg+xml`. */
export function drawPicture(picture: DemoPicture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800"><rect width="400" height="400" fill="#f6f1e7"/><ellipse cx="200" cy="330" rx="130" ry="14" fill="#000" opacity=".08"/><g fill="currentColor" color="${picture.colour}">${SHAPES[picture.shape]}</g></svg>`
}
