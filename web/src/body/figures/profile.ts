/** Head and neck from the side, face to the right. */
import type { Figure } from "../figure.ts";

/** The head from its side. */
export const profile: Figure = {
  kind: "figure",
  id: "profile",
  title: "Head and neck from the side",
  viewBox: "0 0 214 270",
  facing: "one",
  outline:
    "2,266! 34,240 46,206 46,180 32,154 17,118 20,70 50,24 95,8 138,15 165,42 174,76 172,92 176,102 186,118 194,132 188,140! 179,143 183,150 179,156! 184,163 179,171! 182,186 172,199 150,200 128,197! 122,208 124,230 140,252 176,266!",
  landmarks: [
    "92,96! 101,94 106,104 102,116 96,128 90,124 88,108",
    "150,102 160,99 166,104 158,108",
    "94,262! 120,254 150,258! 122,259",
  ],
  muscles: [
    { id: "frontalis", shape: "140,22! 157,36 169,62 172,84! 160,85 148,74 139,50" },
    { id: "temporalis", shape: "78,92! 71,64 84,42 108,34 133,44 145,68 140,88! 128,99 114,103 104,92 90,90" },
    { id: "masseter", shape: "112,118! 132,112 141,118 135,150 123,178! 107,173 105,150" },
    { id: "occipitalis", shape: "19,114! 23,86 35,74! 47,86 51,112 46,136! 31,144 21,130" },
    {
      id: "sternocleidomastoid",
      shape: "84,132! 96,133 103,151 113,191 130,230 136,252! 118,254! 107,217 94,181 84,153",
    },
    {
      id: "trapezius",
      shape: "33,153! 46,158 53,178 61,207 76,236 90,260! 44,265 8,264! 37,238 47,206 47,180",
    },
    { id: "splenius-capitis", shape: "49,150! 70,139 82,141 85,159! 73,177 61,200! 54,178" },
    { id: "levator-scapulae", shape: "80,170! 89,178 83,206 76,234! 64,212 71,191" },
    { id: "scalenus-posterior", shape: "85,210! 90,228 94,256! 84,256 78,238" },
    { id: "scalenus-medius", shape: "92,188! 98,202 104,228 106,254! 96,255 92,228 87,206" },
    { id: "scalenus-anterior", shape: "98,196! 105,212 114,238 116,252! 108,253 104,226" },
    { id: "digastric", shape: "98,140! 108,168 124,187 150,193! 148,199 122,195 104,178" },
    { id: "lateral-pterygoid", shape: "104,108! 126,110 143,116 141,128! 122,126 106,119", deep: true },
    { id: "medial-pterygoid", shape: "135,128! 129,150 119,172 109,170! 116,148 124,130", deep: true },
    { id: "orbicularis-oculi", shape: "139,94 155,88 168,95 170,107 160,117 145,115 137,105" },
    { id: "orbicularis-oris", shape: "165,144 178,143 182,150 179,157 183,164 178,171 166,170 160,157" },
    { id: "zygomaticus-major", shape: "140,121! 147,124 162,147! 158,152 143,132" },
    { id: "corrugator-supercilii", shape: "150,83! 166,85 171,91! 156,89", deep: true },
    { id: "buccinator", shape: "138,142! 158,148 161,164 138,168", deep: true },
    { id: "mentalis", shape: "167,177! 179,174 181,187 169,194", deep: true },
    { id: "platysma", shape: "118,188! 150,199 128,199 124,230 142,254! 106,256 112,220", deep: true },
    { id: "semispinalis-capitis", shape: "46,140! 60,142 60,170 66,214! 58,216 50,180", deep: true },
  ],
};
