/** Places too small to be seen on the whole body: the nape under the trapezius, the sole, the pelvic floor. */
import type { Figure } from "../figure.ts";

/** The short muscles below the skull. */
export const nape: Figure = {
  kind: "figure",
  id: "nape",
  title: "The nape of the neck",
  viewBox: "-126 0 252 246",
  facing: "back",
  outline: "0,4 34,11 56,36 59,62 52,84 45,100 43,136 47,164 68,186 120,206! 122,242! 0,242!",
  landmarks: ["0,68 4,72 0,76", "0,176 3,180 0,184"],
  muscles: [
    { id: "occipitalis", shape: "6,30! 30,27 47,43 46,60 24,64 6,60" },
    { id: "trapezius", shape: "0,68! 18,67 24,90 34,130 50,163 84,190 120,209! 121,238! 0,240!" },
    { id: "rectus-capitis-posterior-minor", shape: "2,74! 11,72 9,88 2,95!", deep: true },
    { id: "rectus-capitis-posterior-major", shape: "13,72! 24,74 11,107 3,113! 5,98", deep: true },
    { id: "obliquus-capitis-superior", shape: "26,73! 36,76 38,94! 31,97 27,85", deep: true },
    { id: "obliquus-capitis-inferior", shape: "4,115! 18,108 37,96 39,103! 23,117 6,123", deep: true },
    { id: "semispinalis-capitis", shape: "3,70! 20,70 22,110 20,160 24,216! 14,218 8,160 4,110", deep: true },
    { id: "semispinalis-cervicis", shape: "3,126! 10,134 16,172 20,220! 12,224 6,182", deep: true },
    { id: "splenius-capitis", shape: "2,138! 12,113 28,85 46,72! 52,80 38,105 22,139 4,188 2,196!", deep: true },
    { id: "splenius-cervicis", shape: "3,222! 12,181 26,137 37,105! 42,109 34,147 20,191 6,234", deep: true },
    { id: "longissimus-capitis", shape: "48,82! 53,86 41,121 33,161 31,210! 25,208 28,158 38,113", deep: true },
    { id: "longissimus-cervicis", shape: "34,113! 39,117 33,161 27,228! 20,228 27,161", deep: true },
    { id: "iliocostalis-cervicis", shape: "38,139! 43,143 41,181 41,228! 34,228 35,181", deep: true },
    { id: "multifidus-cervicis", shape: "2,116! 8,122 9,171 7,208! 2,212!", deep: true },
    { id: "levator-scapulae", shape: "37,97! 44,103 51,141 71,179 94,208! 83,212 58,181 42,143", deep: true },
  ],
};

/** The sole of a foot. */
export const sole: Figure = {
  kind: "figure",
  id: "sole",
  title: "The soles of the feet",
  viewBox: "-84 0 168 196",
  facing: "front",
  outline: "",
  landmarks: [
    "10,54 8,36 12,18 21,13 29,22! 31,12 37,10 41,22! 43,16 48,17 50,29! 52,23 57,27 58,39! 60,35 65,42 67,56 71,82 67,112 60,142 56,172 45,188 33,188 25,174 23,150 20,120 13,86",
  ],
  muscles: [
    { id: "abductor-hallucis", shape: "13,62! 19,86 25,118 31,151 35,166! 29,168 24,147 20,119 13,86" },
    { id: "flexor-hallucis-brevis", shape: "17,60! 29,62 32,86 31,106! 26,106 19,84" },
    { id: "flexor-digitorum-brevis", shape: "34,72! 54,72 51,101 45,141 41,168! 37,168 36,131 34,101" },
    { id: "abductor-digiti-minimi-foot", shape: "63,60! 69,83 65,111 57,141 49,168! 45,166 53,133 61,101" },
    { id: "adductor-hallucis", shape: "23,62! 58,64 59,71 38,77 36,102 29,99", deep: true },
    { id: "quadratus-plantae", shape: "35,110! 47,110 47,141 43,168! 35,168", deep: true },
  ],
};

/** The floor of the pelvis from below. */
export const pelvicFloor: Figure = {
  kind: "figure",
  id: "pelvic-floor",
  title: "The pelvic floor from below",
  viewBox: "-74 0 148 156",
  facing: "front",
  outline: "0,8 20,16 46,42 62,66 60,88 44,112 18,136 0,148",
  landmarks: ["0,92 7,98 7,108 0,114", "50,66 58,70 58,82 50,84 46,76"],
  muscles: [
    { id: "levator-ani-puborectalis", shape: "3,26! 8,30 14,64 15,100 8,120 0,124! 0,117! 8,108 9,96 8,64 4,40" },
    { id: "levator-ani-pubococcygeus", shape: "9,24! 20,42 25,70 18,108 3,134! 1,127! 12,116 18,100 17,66" },
    { id: "levator-ani-iliococcygeus", shape: "23,38! 40,54 44,76 31,106 5,136! 20,108 28,70" },
    { id: "coccygeus", shape: "46,84! 51,92 32,120 4,143! 4,138! 33,108" },
    { id: "obturator-internus", shape: "42,44! 56,60! 48,66 46,58" },
    { id: "superficial-transverse-perineal", shape: "3,78! 46,72! 46,78 3,85!", deep: true },
    { id: "ischiocavernosus", shape: "8,20! 30,40 48,64! 42,67 26,46", deep: true },
    { id: "bulbospongiosus", shape: "2,32! 8,38 9,66 3,76!", deep: true },
  ],
};
