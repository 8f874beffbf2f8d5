-- Holdings that count. Everything that asks who may work at a post reads this view, never `holder` itself:
-- an appointment that nobody has granted yet, and a substitute during leave, are decided here alone.
create view holding as select district, post, person, from_day, to_day from holder;
