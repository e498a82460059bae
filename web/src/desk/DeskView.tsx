import { memo } from "react";
import { AnswerPane } from "./AnswerPane.tsx";
import { Head } from "./Head.tsx";
import { MapCard } from "./MapCard.tsx";
import { NotePane } from "./NotePane.tsx";
import { TimeSlider } from "./TimeSlider.tsx";

export const DeskView = memo(() => (
  <div className="desk">
    <Head />
    <TimeSlider />
    <div className="halves">
      <NotePane />
      <AnswerPane />
      <MapCard />
    </div>
  </div>
));
