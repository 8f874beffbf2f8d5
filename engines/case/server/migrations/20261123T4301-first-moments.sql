-- Matters that were open before there were warnings: the next moment of each whose time is not over yet.
update case_file set acts_at = case when warn_at > now() then warn_at else due_at end
where status = 'open' and due_at > now() and acts_at is null;
