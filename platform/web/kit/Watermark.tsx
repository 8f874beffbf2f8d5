/** Who looks, across the page and through screenshots. Not read aloud, takes no clicks. */
export const Watermark = ({ text }: { text: string }) => (
  <div className="lf-watermark" aria-hidden="true">
    {Array.from({ length: 60 }, (_, index) => (
      <span key={index}>{text}</span>
    ))}
  </div>
);
