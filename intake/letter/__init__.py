"""Letters of Support: free letters that endorse, or do not."""
