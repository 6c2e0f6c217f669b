export default { entry: './webpack.js', output: { clean: true } }
