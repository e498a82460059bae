/** Colours and type of the page, in Mantine's terms. One accent; everything else is ink on paper. */
import { createTheme, type CSSVariablesResolver } from "@mantine/core";

const SANS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Ubuntu, Cantarell, "Noto Sans", "Liberation Sans", system-ui, sans-serif';
/** Type of headings. */
export const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", "Book Antiqua", Georgia, serif';
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

/** The page's theme. */
export const theme = createTheme({
  colors: {
    thread: [
      "#eaf6f4",
      "#d3ebe7",
      "#a6d9d1",
      "#74c6ba",
      "#5fc9ba",
      "#2f9b8f",
      "#15847a",
      "#0b6b63",
      "#0b5f59",
      "#074843",
    ],
    // Mantine's greys of the dark, a little towards green.
    dark: [
      "#c9d1cf",
      "#b4bebb",
      "#98a3a0",
      "#7c8a8a",
      "#39454a",
      "#2c3537",
      "#20282a",
      "#1a2021",
      "#151b1c",
      "#0f1415",
    ],
  },
  primaryColor: "thread",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: "#1b2422",
  white: "#ffffff",
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SERIF, fontWeight: "600" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Mantine's own greys, put right where they fall short of 4.5 to 1 on this page's paper. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b2422",
    "--mantine-color-dimmed": "#56625f",
    "--mantine-color-placeholder": "#66716e",
    "--mantine-color-default-border": "#d9d8d1",
    "--mantine-color-error": "#a8321f",
  },
  dark: {
    "--mantine-color-body": "#1a2021",
    "--mantine-color-text": "#e7eae7",
    "--mantine-color-dimmed": "#a6b1ae",
    "--mantine-color-placeholder": "#98a3a0",
    "--mantine-color-default": "#20282a",
    "--mantine-color-default-hover": "#293335",
    "--mantine-color-default-border": "#39454a",
    "--mantine-color-error": "#ff9d8a",
  },
});
