"""Converts published weights to ONNX files, without torch: CAM++ (voices) and PyanNet (overlaps)."""
